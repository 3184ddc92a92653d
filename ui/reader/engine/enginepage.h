#pragma once

#include <QWebEnginePage>

#include <functional>

namespace stillpoint::ui {

/// A page that shows only what it was told to open: every link is reported, every other navigation, window,
/// download, permission and dialogue is refused.
class EnginePage final : public QWebEnginePage
{
    Q_OBJECT
public:
    explicit EnginePage(QWebEngineProfile *profile, QObject *parent = nullptr);

    void open(const QUrl &url); ///< an engine URL, without fragment; loads it even when it is already shown

Q_SIGNALS:
    void linkActivated(const QUrl &url);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &old,
                            const QStringList &types) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &proposal,
                          QString *answer) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    void refuseRequests();

    QUrl m_expected;
};

} // namespace stillpoint::ui
