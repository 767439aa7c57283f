package org.parley.web.poll;

import java.util.List;

/** One request that waits for frames. */
interface Poll {
    /** Answers the request, unless it was answered before. */
    void answer(List<String> frames);
}
