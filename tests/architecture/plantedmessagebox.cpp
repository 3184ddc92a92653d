// What must never hide in the core: the link guard's test sees that it is caught.
#include <QMessageBox>

int main()
{
    QMessageBox::information(nullptr, QString(), QString());
    return 0;
}
