#pragma once

#include "ui/shell/skipoffer.h"

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace stillpoint {
struct Scale;
}

namespace stillpoint::ui {

class RatingRow;

/// "How stressed do you feel right now?": the first shown scale large, the others as rows below. Every rating
/// is saved at once; ratings of the open check-in are shown, older ones never.
class CheckInCard final : public QFrame
{
    Q_OBJECT
public:
    CheckInCard(const ShellContext &context, QWidget *parent);

    void rebuild(); ///< scales or their words may have changed
    void refresh(); ///< from the journal
    /// Compact leaves out the words at the rows' ends, Tight has the names above the rows as well.
    enum class Room { Wide, Compact, Tight };
    void setRoom(Room room);
    RatingRow *firstRow() const; ///< null when no scale is shown

private:
    struct Line
    {
        RatingRow *row = nullptr;
        QLabel *hint = nullptr; ///< this and the rest: compact rows only
        QWidget *end = nullptr;
        QLabel *notRated = nullptr;
        QPushButton *clear = nullptr;
        QBoxLayout *box = nullptr; ///< all of these, beside or below each other
    };

    void addLarge(const Scale &scale);
    void addCompact(const Scale &scale);
    void addSkip();
    void showSkip();
    void switchSkip();
    RatingRow *makeRow(const Scale &scale, int height);
    void save(RatingRow *row, std::optional<double> value);
    void showState(const Line &line) const;
    void arrange(const Line &line) const; ///< for the room there is

    ShellContext m_context;
    QVBoxLayout *m_layout;
    QList<Line> m_lines;
    QWidget *m_skipLine = nullptr; ///< below the rows: the day may be left unrated on purpose
    QLabel *m_skipped = nullptr;
    QPushButton *m_skip = nullptr;
    SkipOffer m_offer;         ///< as shown; at midnight there is another
    QTimer m_expiry;           ///< when the open check-in closes
    QWidget *m_keys = nullptr; ///< beside the first question
    Room m_room = Room::Wide;
};

} // namespace stillpoint::ui
