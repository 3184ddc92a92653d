#include <QApplication>
#include <QMainWindow>
#include <QUrl>
#include <QWebEngineView>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    QWebEngineView view(&window);
    window.setCentralWidget(&view);
    window.resize(1360, 860);
    view.load(QUrl::fromLocalFile(QApplication::arguments().value(1)));
    window.show();
    return QApplication::exec();
}
