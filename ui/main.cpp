#include "ui/application.h"

int main(int argc, char **argv)
{
    return stillpoint::ui::runStillpoint(argc, argv);
}
