package org.parley.web.poll;

import java.util.List;

/** One request that waits for frames. */
interface Poll {
    /** Answers; a request that was answered already stays as it is. */
    void answer(List<String> frames);
}
