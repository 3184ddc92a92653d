#pragma once

#include "app/journal/followups.h"
#include "ui/shell/page.h"

#include <QMap>
#include <QTimer>

class QLabel;

namespace stillpoint::ui {

class Card;
class RatingRow;

/// What past sessions still ask: rate now, later, or skip. Hidden while nothing is due.
class FollowUpsPart final : public QWidget
{
    Q_OBJECT
public:
    FollowUpsPart(const ShellContext &context, QWidget *parent);

    void refresh(bool again = false); ///< `again`: what a row says may have changed

private:
    using Key = QPair<QUuid, Phase>;

    QList<FollowUp> shown() const;
    QWidget *makeRow(const FollowUp &followUp);
    void addButtons(QLayout *row, const FollowUp &followUp);
    QWidget *makeRatings(const FollowUp &followUp);
    void answer(const FollowUp &followUp, const Scale &scale, std::optional<double> value);
    void later(const FollowUp &followUp);
    void showGiven();
    void tell(const Result<void> &done, const QString &text, const QString &icon);

    ShellContext m_context;
    QLabel *m_count;
    Card *m_card;
    QTimer m_tick;
    std::optional<FollowUp> m_open; ///< being rated; stays while it is, although answered
    QMap<Key, qint64> m_laterUntil; ///< UTC ms
    QList<FollowUp> m_rows;
    std::optional<FollowUp> m_openRow;
    QList<RatingRow *> m_ratings; ///< of the open row
};

} // namespace stillpoint::ui
