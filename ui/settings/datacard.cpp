#include "ui/settings/datacard.h"

#include "app/journal/backups.h"
#include "app/workspace/workspace.h"
#include "ui/settings/backupsheet.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QDirIterator>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrentRun>

namespace stillpoint::ui {

namespace {

qint64 sizeOf(const QString &file)
{
    qint64 bytes = 0;
    for (const char *part : {"", "-wal", "-shm"})
        bytes += QFileInfo(file + QLatin1String(part)).size();
    return bytes;
}

qint64 sizeOfFolder(const QString &folder)
{
    qint64 bytes = 0;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

struct Sizes
{
    qint64 journal = 0, index = 0, pictures = 0, unpacked = 0, backups = 0; ///< bytes
};

/// Worker thread.
Sizes sizesOf(const AppPaths &paths)
{
    return {sizeOf(paths.journalFile()), sizeOf(paths.libraryFile()), sizeOfFolder(paths.picturesFolder()),
            sizeOfFolder(paths.dataFolder + QStringLiteral("/unpacked")),
            sizeOfFolder(paths.backupsFolder())};
}

/// What a copy holds, or why it cannot be relied on. Worker thread.
Result<BackupContents> makeBackup(const AppPaths &paths, qint64 nowMs)
{
    const auto made = createBackup(paths.journalFile(), paths.backupsFolder(), BackupReason::Manual, nowMs);
    return made ? verifyBackup(made->file) : tl::unexpected<Error>(made.error());
}

} // namespace

DataCard::DataCard(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_card(new Card(this))
    , m_sizes(makeLabel(TextRole::Caption, {}, m_card))
    , m_last(makeLabel(TextRole::Caption, {}, m_card))
    , m_backUp(makeButton(context.theme, ButtonKind::Secondary, tr("Back up now"), m_card))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->setTitle(tr("Your data"));
    QLabel *where = makeLabel(TextRole::Body, context.workspace.paths().dataFolder, m_card);
    where->setObjectName(QStringLiteral("settingsDataFolder"));
    where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    where->setWordWrap(true);
    m_card->body()->addWidget(where);
    m_sizes->setObjectName(QStringLiteral("settingsSizes"));
    m_sizes->setWordWrap(true);
    m_card->body()->addWidget(m_sizes);
    QLabel *note = makeLabel(
        TextRole::Caption,
        tr("No account. The journal, the list of articles and the settings are on this computer only."),
        m_card);
    note->setWordWrap(true);
    m_card->body()->addWidget(note);
    addBackups();
    refresh();
}

void DataCard::addBackups()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    QLabel *name = makeLabel(TextRole::Body, tr("Backups of the journal"), m_card);
    name->setWordWrap(true);
    texts->addWidget(name);
    m_last->setObjectName(QStringLiteral("settingsLastBackup"));
    m_last->setWordWrap(true);
    texts->addWidget(m_last);
    row->addLayout(texts, 1);
    QPushButton *all = makeButton(m_context.theme, ButtonKind::Ghost, tr("Show backups …"), m_card);
    all->setObjectName(QStringLiteral("settingsBackups"));
    row->addWidget(all);
    connect(all, &QPushButton::clicked, this, &DataCard::showBackups);
    m_backUp->setObjectName(QStringLiteral("settingsBackUp"));
    row->addWidget(m_backUp);
    QWidget::setTabOrder(all, m_backUp);
    m_card->body()->addLayout(row);
    connect(m_backUp, &QPushButton::clicked, this, &DataCard::backUp);
}

void DataCard::refresh()
{
    const AppPaths &paths = m_context.workspace.paths();
    showSizes();
    const QList<Backup> backups = listBackups(paths.backupsFolder());
    if (backups.isEmpty()) {
        m_last->setText(tr("None yet. One is made every day on which Stillpoint is used."));
        return;
    }
    const QLocale words;
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(backups.first().madeMs);
    m_last->setText(tr("%1, the last one %2, %3. They lie in the folder “backups” beside the journal.")
                        .arg(backups.size() == 1 ? tr("One backup")
                                                 : tr("%1 backups").arg(words.toString(backups.size())),
                             longDay(made.date()), timeText(made.time())));
}

/// Pictures may be thousands of files.
void DataCard::showSizes()
{
    whenReady(QtConcurrent::run(sizesOf, m_context.workspace.paths()), this, [this](const Sizes &sizes) {
        QStringList parts;
        qint64 all = 0;
        for (const auto &[name, bytes] :
             std::initializer_list<std::pair<QString, qint64>>{{tr("journal %1"), sizes.journal},
                                                               {tr("list of articles %1"), sizes.index},
                                                               {tr("pictures %1"), sizes.pictures},
                                                               {tr("unpacked articles %1"), sizes.unpacked},
                                                               {tr("backups %1"), sizes.backups}}) {
            all += bytes;
            if (bytes > 0)
                parts.append(name.arg(sizeText(bytes)));
        }
        m_sizes->setText(tr("%1 in all: %2.").arg(sizeText(all), parts.join(QStringLiteral(", "))));
    });
}

void DataCard::showBackups()
{
    auto *sheet = new BackupSheet(m_context, window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, this, &DataCard::refresh);
    sheet->open();
}

void DataCard::backUp()
{
    m_backUp->setEnabled(false);
    const qint64 now = m_context.workspace.clock().now().utcMs;
    whenReady(QtConcurrent::run(makeBackup, m_context.workspace.paths(), now), this,
              [this](const Result<BackupContents> &done) {
                  m_backUp->setEnabled(true);
                  refresh();
                  if (!done) {
                      m_context.toast.tellError(done.error().message);
                      return;
                  }
                  const QString sessions = locale().toString(done->records.value(RecordKind::Session));
                  const QString checkIns = locale().toString(done->records.value(RecordKind::CheckIn));
                  m_context.toast.tell(
                      tr("Backed up and checked: sessions %1, check-ins %2").arg(sessions, checkIns));
              });
}

} // namespace stillpoint::ui
