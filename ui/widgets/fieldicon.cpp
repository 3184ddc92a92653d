#include "ui/widgets/fieldicon.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QLabel>

namespace stillpoint::ui {

namespace {

constexpr int iconSide = 18;
constexpr int inset = 12;

class FieldIcon final : public QLabel
{
public:
    FieldIcon(const Theme &theme, QWidget *field, QString icon)
        : QLabel(field)
        , m_theme(theme)
        , m_icon(std::move(icon))
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        field->installEventFilter(this);
        connect(&theme, &Theme::changed, this, &FieldIcon::redraw);
        redraw();
        place();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            place();
        return QLabel::eventFilter(watched, event);
    }

private:
    void redraw() { setPixmap(m_theme.pixmap(m_icon, Token::Text2, iconSide, devicePixelRatioF())); }

    void place()
    {
        const QSize field = parentWidget()->size();
        const int side = m_theme.px(iconSide);
        const int x = isRightToLeft() ? field.width() - side - m_theme.px(inset) : m_theme.px(inset);
        setGeometry(x, (field.height() - side) / 2, side, side);
        raise();
    }

    const Theme &m_theme;
    QString m_icon;
};

} // namespace

void addFieldIcon(const Theme &theme, QWidget *field, const QString &icon)
{
    field->setProperty("icon", true);
    new FieldIcon(theme, field, icon);
}

} // namespace stillpoint::ui
