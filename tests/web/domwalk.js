// Walks a document that the reader shows and names everything in it that an article may not have (security.md).
// A function of a Document, to be run in the program's isolated world; answers a list of sentences.
((page) => {
    'use strict';
    const faults = [];
    const words = (text) => new Set(text.split(' '));
    const frame = words('html head meta link title body main header article');
    const content = words('p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre hr table caption thead tbody tfoot tr td th ' +
        'colgroup col figure figcaption details summary section div blockquote br wbr code kbd samp var sub sup em ' +
        'strong b i u s del ins small mark abbr cite q dfn time span ruby rt rp bdi bdo a img');
    const classes = words('page title kicker category tags byline note pictures-bar text article-body chip media ' +
        'task picture-blocked alt host');
    const attributes = {
        html: 'lang', a: 'href', img: 'src alt', td: 'align colspan rowspan width', th: 'align colspan rowspan scope width',
        tr: 'align', p: 'align', div: 'align', h1: 'align', h2: 'align', h3: 'align', h4: 'align', h5: 'align', h6: 'align',
        col: 'align span width', colgroup: 'span', table: 'width', ol: 'start reversed type', li: 'type value',
        abbr: 'title', dfn: 'title', time: 'datetime', del: 'datetime', ins: 'datetime', details: 'open',
    };
    // Values that no script, style or second parsing makes anything of.
    const forms = {
        id: /^(h-|note-fn-|note-fnref-)/, dir: /^(auto|ltr|rtl)$/, lang: /^[A-Za-z0-9-]*$/, align: /^[a-z]*$/i,
        src: /^(article:picture\/[0-9a-f]{64}|data:image\/(png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=]*)$/,
        colspan: /^-?\d+$/, rowspan: /^-?\d+$/, span: /^-?\d+$/, start: /^-?\d+$/, value: /^-?\d+$/,
        width: /^\d+(px|%)?$/, scope: /^[a-z]+$/, type: /^[1aAiI]$/, reversed: /^[a-z]*$/, open: /^[a-z]*$/,
        datetime: /^[0-9TtZz:+. -]*$/, class: /./, href: /./, alt: /^[^\0]*$/, title: /^[^\0]*$/,
    };
    const fault = (text) => faults.push(text.slice(0, 300));

    // As the engine itself reads the address, not as it is written.
    const checkLink = (link) => {
        const written = link.getAttribute('href');
        const inside = /^#/.test(written) || /^article:[0-9a-f]{8}-[0-9a-f-]{27}(#.*)?$/.test(written);
        if (!inside && !['http:', 'https:', 'mailto:'].includes(link.protocol))
            fault('link to ' + written);
    };
    const checkAttribute = (element, name, attribute) => {
        const own = words((attributes[name] || '') + ' dir lang class' + (content.has(name) ? ' id' : ''));
        if (!own.has(attribute.name) || attribute.namespaceURI)
            fault(`attribute ${attribute.name} of ${name}: ${attribute.value}`);
        else if (!forms[attribute.name].test(attribute.value))
            fault(`value of ${attribute.name} of ${name}: ${attribute.value}`);
    };
    const checkHead = (element, name) => {
        const written = element.outerHTML;
        if (element.parentNode !== page.head)
            fault(`<${name}> outside of the head`);
        if (name === 'link' && written !== '<link rel="stylesheet" href="article:style.css">')
            fault(written);
        if (name === 'meta' && !/^<meta (charset="utf-8"|http-equiv="(x-dns-prefetch-control|Content-Security-Policy)" content="[^"]*"|name="referrer" content="no-referrer")>$/.test(written))
            fault(written);
    };
    const checkElement = (element) => {
        const name = element.localName;
        if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || element.prefix)
            fault(`<${element.tagName}> of another namespace`);
        else if (!frame.has(name) && !content.has(name))
            fault(`element <${name}>`);
        if (element.shadowRoot || element.content instanceof DocumentFragment)
            fault(`<${name}> holds a tree of its own`);
        if (['meta', 'link', 'title'].includes(name)) {
            checkHead(element, name);
            return;
        }
        if (frame.has(name) && page.querySelectorAll(name).length !== 1)
            fault(`a second <${name}>`);
        for (const attribute of element.attributes)
            checkAttribute(element, name, attribute);
        for (const one of element.classList) {
            if (!classes.has(one))
                fault(`class ${one} of ${name}`);
        }
        if (name === 'a' && element.hasAttribute('href'))
            checkLink(element);
    };

    const walker = page.createTreeWalker(page, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === Node.ELEMENT_NODE)
            checkElement(node);
        else if (node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.DOCUMENT_TYPE_NODE)
            fault(`node of type ${node.nodeType}: ${node.nodeValue}`);
    }
    if (page.querySelectorAll('meta').length !== 4 || page.querySelectorAll('link').length !== 1
        || page.querySelectorAll('title').length !== 1)
        fault('the head is not the template\'s');
    if (page.scripts.length || page.forms.length || page.embeds.length || page.styleSheets.length > 1)
        fault('the page has scripts, forms, plugins or styles');
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
    if (new Set(ids).size !== ids.length)
        fault('an id stands twice: ' + ids.filter((id, at) => ids.indexOf(id) !== at).join(' '));
    return faults;
})
