#pragma once

#include <gumbo.h>
#include <QString>

#include <vector>

namespace stillpoint {

/// Walks a tree without recursion: hostile trees are deep. `enter` says whether to go down; `leave` follows
/// for every node that was gone into.
template<class Enter, class Leave>
void walkHtml(const GumboNode *root, Enter enter, Leave leave)
{
    struct Step
    {
        const GumboNode *node;
        unsigned next;
    };
    std::vector<Step> steps{{root, 0}};
    while (!steps.empty()) {
        Step &step = steps.back();
        const GumboVector &children = step.node->v.element.children;
        if (step.next >= children.length) {
            const GumboNode *done = step.node;
            steps.pop_back();
            if (!steps.empty())
                leave(done);
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children.data[step.next++]);
        if (enter(child) && (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE))
            steps.push_back({child, 0});
    }
}

inline bool isTextNode(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

inline bool isElementNode(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

} // namespace stillpoint
