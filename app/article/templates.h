#pragma once

#include <QString>

namespace stillpoint {

/// Makes the marks of site generators readable or nothing, outside code: Liquid, Hugo shortcodes, kramdown
/// attribute lists, MDX imports. Nothing is run: `{{ "/a.png" | relative_url }}` becomes `/a.png`, known
/// videos become links, figures become pictures, `{% highlight %}` a code block, tags that only steer vanish,
/// what is unknown and stands alone becomes a small mark `<span class="chip">`.
QString withoutTemplateNoise(const QString &body);

/// One tag such as `{% include x.html %}`, `{{< figure src="x" >}}` or `{{ site.url }}` as the Markdown that
/// is shown for it. `paired` tags enclose text that stays; `inText` is false within a link's or an
/// attribute's value, where a mark would do harm.
QString readableTag(const QString &tag, bool paired, bool inText);

} // namespace stillpoint
