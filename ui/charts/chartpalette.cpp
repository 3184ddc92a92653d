#include "ui/charts/chartpalette.h"

#include <algorithm>

namespace stillpoint::ui {

Token seriesToken(int mark)
{
    return static_cast<Token>(static_cast<int>(Token::D1) + std::clamp(mark, 0, 5));
}

} // namespace stillpoint::ui
