#include "app/article/yamlreader.h"

#include <QCoreApplication>
#include <QHash>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <sstream>

namespace stillpoint {

namespace {

constexpr std::size_t maxDepth = 16;
constexpr int maxNodes = 10'000;

struct LimitReached : std::exception
{
};

/// Builds a MetaValue from parser events. What is nested too deep is left out; throws LimitReached over the
/// cap of nodes.
class MetaBuilder final : public YAML::EventHandler
{
public:
    explicit MetaBuilder(int firstLine)
        : m_firstLine(firstLine)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { add({}, mark); }
    void OnAnchor(const YAML::Mark &, const std::string &name) override
    {
        m_lastAnchor = QString::fromStdString(name);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto known = m_scalars.constFind(anchor);
        add(MetaValue::scalar(known != m_scalars.cend() ? *known : QLatin1Char('*') + m_names.value(anchor)),
            mark);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const QString text = QString::fromStdString(value);
        if (anchor != YAML::NullAnchor)
            m_scalars.insert(anchor, text);
        add(MetaValue::scalar(text), mark);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(MetaValue::Kind::List, anchor, mark);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(MetaValue::Kind::Map, anchor, mark);
    }
    void OnMapEnd() override { close(); }

    MetaValue takeRoot() { return std::move(m_root); }
    ArticleIssues takeIssues() { return std::move(m_issues); }

private:
    struct Level
    {
        MetaValue value;
        bool hasKey = false;
        QString key;
        YAML::Mark mark;
    };

    void open(MetaValue::Kind kind, YAML::anchor_t anchor, const YAML::Mark &mark)
    {
        if (m_tooDeep > 0 || m_levels.size() >= maxDepth) {
            warnOfDepth(mark);
            ++m_tooDeep;
            return;
        }
        if (anchor != YAML::NullAnchor)
            m_names.insert(anchor, m_lastAnchor);
        Level level;
        level.value.kind = kind;
        level.mark = mark;
        m_levels.push_back(std::move(level));
    }

    void close()
    {
        if (m_tooDeep > 0) {
            if (--m_tooDeep == 0)
                add({}, m_levels.back().mark);
            return;
        }
        Level done = std::move(m_levels.back());
        m_levels.pop_back();
        add(std::move(done.value), done.mark);
    }

    void add(MetaValue value, const YAML::Mark &mark)
    {
        if (++m_nodes > maxNodes)
            throw LimitReached();
        if (m_tooDeep > 0)
            return;
        if (m_levels.empty()) {
            m_root = std::move(value);
            return;
        }
        Level &level = m_levels.back();
        if (level.value.kind == MetaValue::Kind::List) {
            level.value.items.push_back(std::move(value));
            return;
        }
        if (!level.hasKey) {
            level.key = value.asText();
            level.hasKey = true;
            return;
        }
        level.hasKey = false;
        if (level.value.keys.contains(level.key))
            warnOfSecond(level.key, mark);
        level.value.set(level.key, std::move(value));
    }

    void warnOfSecond(const QString &key, const YAML::Mark &mark)
    {
        m_issues.append(
            {mark.line + m_firstLine, ArticleIssue::Severity::Warning,
             QCoreApplication::translate("Article", "The front matter gives “%1” more than once; the "
                                                    "last one counts.")
                 .arg(key)});
    }

    void warnOfDepth(const YAML::Mark &mark)
    {
        if (m_saidDepth)
            return;
        m_saidDepth = true;
        m_issues.append(
            {mark.line + m_firstLine, ArticleIssue::Severity::Warning,
             QCoreApplication::translate("Article", "The front matter is nested more than %1 levels deep; "
                                                    "what lies deeper was left out.")
                 .arg(maxDepth)});
    }

    int m_firstLine;
    int m_nodes = 0;
    int m_tooDeep = 0; ///< open levels below the deepest that is kept
    bool m_saidDepth = false;
    MetaValue m_root;
    std::vector<Level> m_levels;
    QHash<YAML::anchor_t, QString> m_scalars;
    QHash<YAML::anchor_t, QString> m_names;
    QString m_lastAnchor;
    ArticleIssues m_issues;
};

} // namespace

MetaReading readYaml(QStringView text, int firstLine)
{
    MetaBuilder builder(firstLine);
    try {
        std::istringstream stream(text.toString().toStdString());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const std::exception &) {
        return {};
    }
    MetaReading reading{true, builder.takeRoot(), builder.takeIssues()};
    // Nothing but remarks is an empty map.
    if (reading.root.kind == MetaValue::Kind::Null)
        reading.root.kind = MetaValue::Kind::Map;
    reading.ok = reading.root.kind == MetaValue::Kind::Map;
    return reading;
}

} // namespace stillpoint
