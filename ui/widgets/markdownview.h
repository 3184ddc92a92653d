#pragma once

#include <QTextEdit>

namespace stillpoint::ui {

class Theme;

/// A person's notes, rendered from Markdown, to read and to copy; as high as they are. They may come from
/// anywhere, so nothing in them is loaded or followed: no pictures, no links, no HTML. Line breaks stay.
class MarkdownView final : public QTextEdit
{
    Q_OBJECT
public:
    MarkdownView(const Theme &theme, const QString &markdown, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QTextDocument *m_measured; ///< the same once more, to ask how high it is at another width
};

} // namespace stillpoint::ui
