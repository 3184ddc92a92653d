// Runs in the program's isolated world, over pages whose own scripts are off. No timers here: they do not run.
// Places are anchors {quote, prefix, suffix, start, end} in the article's text with white space folded.
(() => {
    'use strict';
    if (globalThis.stillpoint)
        return;
    const around = 32;
    const blocks = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 ' +
        'H4 H5 H6 HR LI OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL').split(' '));

    const article = () => document.querySelector('.article-body') || document.body;

    // The folded text, and for each of its units the text node and the offset it comes from. A space between blocks
    // lies behind the last unit of its node.
    const readText = () => {
        const model = {text: '', nodes: [], offsets: []};
        const parts = [];
        let space = true;
        const add = (unit, node, offset) => {
            parts.push(unit);
            model.nodes.push(node);
            model.offsets.push(offset);
        };
        const addText = (node) => {
            const data = node.data;
            for (let i = 0; i < data.length; i += 1) {
                if (/\s/.test(data[i])) {
                    if (!space)
                        add(' ', node, i);
                    space = true;
                } else {
                    add(data[i], node, i);
                    space = false;
                }
            }
        };
        const walk = (element) => {
            for (const child of element.childNodes) {
                if (child.nodeType === Node.TEXT_NODE) {
                    addText(child);
                } else if (child.nodeType === Node.ELEMENT_NODE) {
                    const last = model.nodes.length - 1;
                    if (blocks.has(child.tagName) && !space && last >= 0) {
                        add(' ', model.nodes[last], model.offsets[last] + 1);
                        space = true;
                    }
                    walk(child);
                    const end = model.nodes.length - 1;
                    if (blocks.has(child.tagName) && !space && end >= 0) {
                        add(' ', model.nodes[end], model.offsets[end] + 1);
                        space = true;
                    }
                }
            }
        };
        if (article())
            walk(article());
        model.text = parts.join('');
        return model;
    };

    const anchorOf = (model, start, end) => ({
        quote: model.text.slice(start, end),
        prefix: model.text.slice(Math.max(0, start - around), start),
        suffix: model.text.slice(end, end + around),
        start: start,
        end: end,
    });

    const sharedAtEnd = (a, b) => {
        let n = 0;
        while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n])
            n += 1;
        return n;
    };
    const sharedAtStart = (a, b) => {
        let n = 0;
        while (n < a.length && n < b.length && a[n] === b[n])
            n += 1;
        return n;
    };

    // The start of the quote, judged by what is around it, then by nearness to where it was; -1 when it is gone.
    const locate = (model, anchor) => {
        const quote = anchor.quote.replace(/\s+/g, ' ').trim();
        if (!quote)
            return {start: -1, end: -1};
        let best = -1;
        let bestScore = -Infinity;
        for (let at = model.text.indexOf(quote); at >= 0; at = model.text.indexOf(quote, at + 1)) {
            const score = sharedAtEnd(model.text.slice(Math.max(0, at - around), at), anchor.prefix)
                + sharedAtStart(model.text.slice(at + quote.length, at + quote.length + around), anchor.suffix)
                - Math.abs(at - anchor.start) / (model.text.length + 1);
            if (score > bestScore) {
                bestScore = score;
                best = at;
            }
        }
        return {start: best, end: best + quote.length};
    };

    const rangeOf = (model, start, end) => {
        const range = document.createRange();
        range.setStart(model.nodes[start], model.offsets[start]);
        const last = model.nodes[end - 1];
        range.setEnd(last, Math.min(last.length, model.offsets[end - 1] + 1));
        return range;
    };

    const scrollRoot = () => document.scrollingElement || document.documentElement;
    const scrollToTop = (rect) => window.scrollTo(0, Math.max(0, window.scrollY + rect.top - 24));

    // The first unit of text at or below the top of the window; -1 when there is none. Only what is drawn has a
    // place: spaces between blocks and closed details have none.
    const firstVisible = (model) => {
        const bottomOf = (start, end) => {
            const range = rangeOf(model, start, end);
            return range.getClientRects().length ? range.getBoundingClientRect().bottom : -Infinity;
        };
        for (let start = 0, end = 0; start < model.nodes.length; start = end) {
            while (end < model.nodes.length && model.nodes[end] === model.nodes[start])
                end += 1;
            if (bottomOf(start, end) <= 1)
                continue;
            let low = start;
            let high = end - 1;
            while (low < high) {
                const middle = (low + high) >> 1;
                const seen = model.text[middle] === ' ' ? middle + 1 : middle;
                if (bottomOf(seen, seen + 1) <= 1)
                    low = seen + 1;
                else
                    high = middle;
            }
            return Math.min(low, end - 1);
        }
        return -1;
    };

    const wrap = (model, start, end, highlight) => {
        for (let at = start; at < end;) {
            const node = model.nodes[at];
            let last = at;
            while (last + 1 < end && model.nodes[last + 1] === node)
                last += 1;
            const range = document.createRange();
            range.setStart(node, model.offsets[at]);
            range.setEnd(node, Math.min(node.length, model.offsets[last] + 1));
            const mark = document.createElement('mark');
            mark.className = 'highlight ' + highlight.color;
            mark.dataset.id = highlight.id;
            if (range.toString().trim())
                range.surroundContents(mark);
            at = last + 1;
        }
    };

    // Addresses of unknown schemes are nobody's in this engine. A click on one of mail is taken before it gets there and
    // handed over as an address of ours, which is reported and refused like every link.
    const takeMail = (event) => {
        const link = event.isTrusted && event.target.closest ? event.target.closest('a[href]') : null;
        if (!link || link.protocol !== 'mailto:')
            return;
        event.preventDefault();
        location.href = 'article://page/mail?' + encodeURIComponent(link.href);
    };
    document.addEventListener('click', takeMail, true);
    document.addEventListener('auxclick', takeMail, true);

    const sheet = new CSSStyleSheet();

    globalThis.stillpoint = {
        setStyle(css) {
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
        },
        setHighlights(highlights) {
            for (const mark of document.querySelectorAll('mark.highlight')) {
                const parent = mark.parentNode;
                mark.replaceWith(...mark.childNodes);
                parent.normalize();
            }
            let found = 0;
            for (const highlight of highlights) {
                const model = readText();
                const at = locate(model, highlight.anchor);
                if (at.start >= 0) {
                    wrap(model, at.start, at.end, highlight);
                    found += 1;
                }
            }
            return found;
        },
        goToAnchor(anchor) {
            const model = readText();
            const at = locate(model, anchor);
            if (at.start < 0)
                return false;
            scrollToTop(rangeOf(model, at.start, at.end).getBoundingClientRect());
            return true;
        },
        goToHeading(id) {
            const element = document.getElementById(id);
            if (!element)
                return false;
            scrollToTop(element.getBoundingClientRect());
            return true;
        },
        // The share of the page above the window: unlike progress it does not depend on the window's height, which a
        // fresh page process learns late.
        above() {
            return window.scrollY / scrollRoot().scrollHeight;
        },
        goToAbove(share) {
            window.scrollTo(0, share * scrollRoot().scrollHeight);
        },
        position() {
            const root = scrollRoot();
            const room = root.scrollHeight - root.clientHeight;
            const result = {progress: room > 1 ? Math.min(1, Math.max(0, window.scrollY / room)) : 1, heading: ''};
            for (const heading of document.querySelectorAll('h1[id],h2[id],h3[id],h4[id],h5[id],h6[id]')) {
                if (heading.getBoundingClientRect().top > 48)
                    break;
                result.heading = heading.id;
            }
            const model = readText();
            const start = firstVisible(model);
            if (start >= 0)
                result.anchor = anchorOf(model, start, Math.min(model.text.length, start + 64));
            return result;
        },
        selection() {
            const selected = window.getSelection();
            if (!selected.rangeCount || selected.isCollapsed)
                return null;
            const range = selected.getRangeAt(0);
            const model = readText();
            let start = -1;
            let end = -1;
            for (let i = 0; i < model.nodes.length; i += 1) {
                if (model.text[i] === ' ' || range.comparePoint(model.nodes[i], model.offsets[i]) !== 0
                    || range.comparePoint(model.nodes[i], model.offsets[i] + 1) !== 0)
                    continue;
                if (start < 0)
                    start = i;
                end = i + 1;
            }
            return start < 0 ? null : anchorOf(model, start, end);
        },
    };
})();
