#pragma once

#include "ui/shell/page.h"

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QShortcut;
class QVBoxLayout;

namespace stillpoint::ui {

class Card;
class CheckInCard;
class FollowUpsPart;
class TrendCard;

/// Today: check in with one key, log a session, the last thirty days, articles half read.
class TodayPage final : public Page
{
    Q_OBJECT
public:
    TodayPage(const ShellContext &context, QWidget *parent);

    void arrive(const Destination &destination) override;
    QList<QWidget *> panes() override;
    void newDay() override { refreshAll(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *makeHead(QWidget *content);
    QWidget *makeSessionPart();
    QWidget *makeReadingPart();
    void addDraftHint(Card *card);
    void addKeys();
    void journalChanged(const QSet<RecordKind> &kinds);
    void refreshAll();
    void refreshSession();
    void refreshDraft();
    void refreshReading();
    void relayout();

    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    QWidget *m_leftColumn;
    QWidget *m_rightColumn;
    QBoxLayout *m_head = nullptr;
    QLabel *m_headline = nullptr;
    CheckInCard *m_checkIn;
    FollowUpsPart *m_followUps;
    TrendCard *m_trend;
    QPushButton *m_sameAsLast = nullptr;
    QLabel *m_lastSession = nullptr;
    QWidget *m_draft = nullptr; ///< shown while a new session was begun and not saved
    QLabel *m_draftText = nullptr;
    QPushButton *m_earlier = nullptr; ///< a check-in for a time that has passed, or its unfinished draft
    QWidget *m_reading = nullptr;
    Card *m_readingCard = nullptr;
    QList<QShortcut *> m_keys;
    QDate m_day;
};

} // namespace stillpoint::ui
