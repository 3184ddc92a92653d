#include "ui/widgets/fieldbox.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

FieldBox::FieldBox(const Theme &theme, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_head(new QWidget(this))
    , m_label(makeLabel(TextRole::DenseStrong, label, m_head))
    , m_errorRow(new QWidget(this))
    , m_errorIcon(new QLabel(m_errorRow))
    , m_error(makeLabel(TextRole::Dense, {}, m_errorRow, Token::Danger))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(6));
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_label);
    head->addStretch();
    m_column->addWidget(m_head);
    auto *row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_errorIcon, 0, Qt::AlignTop);
    row->addWidget(m_error, 1);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("fieldError"));
    m_column->addWidget(m_errorRow);
    m_errorRow->hide();
}

void FieldBox::setField(QWidget *field)
{
    m_field = field;
    m_column->insertWidget(1, field);
    m_label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(m_label->text());
}

void FieldBox::setCaption(const QString &caption)
{
    if (!m_caption) {
        m_caption = makeLabel(TextRole::Caption, {}, m_head);
        m_head->layout()->addWidget(m_caption);
    }
    m_caption->setText(caption);
}

void FieldBox::setHint(QWidget *hint)
{
    m_head->layout()->addWidget(hint);
}

void FieldBox::setInset(int pixels)
{
    m_head->layout()->setContentsMargins(pixels, 0, pixels, 0);
    m_errorRow->layout()->setContentsMargins(pixels, 0, pixels, 0);
    m_column->setSpacing(std::max(0, m_theme.px(6) - pixels));
}

void FieldBox::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_errorIcon->setPixmap(m_theme.pixmap(QStringLiteral("warning"), Token::Danger, 16, devicePixelRatioF()));
    m_errorRow->setVisible(!sentence.isEmpty());
    if (!m_field)
        return;
    setStyled(m_field, "wrong", !sentence.isEmpty());
    m_field->setAccessibleDescription(sentence);
}

QString FieldBox::error() const
{
    return m_error->text();
}

} // namespace stillpoint::ui
