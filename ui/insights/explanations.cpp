#include "ui/insights/explanations.h"

#include <QCoreApplication>

namespace stillpoint::ui {

namespace {

class Explanations
{
    Q_DECLARE_TR_FUNCTIONS(Explanations)
public:
    static QStringList verdict();
    static QStringList time();
    static QStringList paired();
    static QStringList modality();
    static QStringList year();
    static QString dayValue();
};

QString Explanations::dayValue()
{
    return tr(
        "A day’s value is the median of its ratings. Ratings given right after a session or two hours "
        "later do not enter, and on a day with a session only ratings about a time before it. A day that "
        "is not rated has no value: it is never 0, never guessed and never carried over.");
}

QStringList Explanations::verdict()
{
    return {
        tr("People book when they feel worst, and bad days fade by themselves. So a plain comparison of "
           "before "
           "and after always looks too good: that is the filled bar."),
        tr("The hollow bar is what was expected anyway. It comes from a model of all your rated days that "
           "knows how strongly one day resembles the next, how weekends differ, and whether your level "
           "drifts "
           "over the months. Your own level before each session is part of it."),
        tr("The difference is what is left for the days after a session. Its interval covers the true value "
           "in about nine of ten journals, and counts how often you really had a session, not how often you "
           "rated."),
        tr("“Probably helping” needs an interval on the better side of zero, at least half a point of "
           "difference on a range of ten, and a result that would not tip over if the unrated days after "
           "sessions had been half a point worse, or a whole point where this page says that days are "
           "rated less often after sessions or after bad days. “Getting worse” is the mirror image. "
           "“Probably not "
           "helping” needs an interval within half a point either way. Everything else is “can’t tell yet”."),
        tr("At least 6 sessions with a rating in the days after them and 20 other rated days are needed "
           "before "
           "anything is said."),
        tr("What no computation can tell: if you booked because you knew that calm or hard days were coming, "
           "the model takes those days for an effect of the session."),
        dayValue()};
}

QStringList Explanations::time()
{
    return {
        tr("Every dot is one rating. The axis is always the whole range of the scale, and time is drawn as "
           "it passed, gaps included."),
        tr("The line is the median of the 21 days around each day, wherever at least 5 of them are rated. "
           "Ratings are whole steps, so a 4 stands for everything from 3.5 to 4.5, and the line does not "
           "jump. The shaded band holds the middle half."),
        tr("The line breaks at gaps of more than 10 days and ends with your last rating. The strip under "
           "it shows rated days filled, unrated days pale and days skipped on purpose hatched. Marks above "
           "are sessions; each modality keeps its shape."),
        dayValue()};
}

QStringList Explanations::paired()
{
    return {
        tr("Each dot is a session that was rated both before and after, drawn at after minus before. "
           "Sessions with only one rating are left out and counted."),
        tr("From five sessions on, the bar shows their mean with its interval: with other sessions like "
           "these, the mean would lie inside it in about nine of ten cases."),
        tr("This cannot show why. People feel different after an hour of rest too, and they come when they "
           "feel worst. The verdict at the top of the page allows for that; this chart does not.")};
}

QStringList Explanations::modality()
{
    return {
        tr("Dots are the sessions’ changes right after them, as in “Right after a session”. A session "
           "counts for its first modality, or for its practitioner or pressure."),
        tr("The lines are something else: what the days after such sessions bring beyond what was expected "
           "anyway, from the same model as the verdict. So choosing one because of how bad you feel "
           "does not make it look better."),
        tr("With few sessions the largest effect is mostly luck. So each line is drawn towards the common "
           "mean, more so the less it rests on. Below 5 sessions with ratings after them there is no line."),
        tr("“A does more than B” is said only if the difference is at least half a point on a range of "
           "ten and stays clear of zero after correcting for the number of comparisons.")};
}

QStringList Explanations::year()
{
    return {
        tr("One row a month, one cell a day: the darker the cell (on a dark page, the lighter), the higher "
           "the day’s value, in five steps of the scale’s range."),
        tr("A dot is a day without a rating, a slash a day skipped on purpose, a ring a day with a "
           "session. The grid always shows the last twelve months, whatever range is chosen above."),
        dayValue()};
}

} // namespace

QStringList explanation(const QString &chart)
{
    if (chart == QLatin1String("verdict"))
        return Explanations::verdict();
    if (chart == QLatin1String("paired"))
        return Explanations::paired();
    if (chart == QLatin1String("modality"))
        return Explanations::modality();
    if (chart == QLatin1String("year"))
        return Explanations::year();
    return Explanations::time();
}

} // namespace stillpoint::ui
