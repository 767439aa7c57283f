package org.parley.api.conversation;

import java.util.Map;

/**
 * A visitor's wish to talk.
 *
 * @param id the visitor's own for this wish; repeating it gives the first answer
 * @param department the department's key within the site; null for the site's first
 * @param form the pre-chat form's answers, such as {@code subject}; at most 20, names up to 50 and values up to 500 UTF-16
 *     units; maybe empty
 * @param text the first message, or null
 * @param language BCP 47, or null when unknown
 * @param leavesMessage the visitor does not wait for the answer: it is taken whoever is there; then {@code text} is needed
 */
public record StartRequest(
        String id, String department, Map<String, String> form, String text, String language, boolean leavesMessage) {
    public StartRequest {
        form = Map.copyOf(form);
    }

    /** A wish without a form, by somebody who waits for the answer. */
    public static StartRequest of(String id, String department, String text) {
        return new StartRequest(id, department, Map.of(), text, null, false);
    }

    /** What it is about, from the form; or null. */
    public String subject() {
        return form.get("subject");
    }
}
