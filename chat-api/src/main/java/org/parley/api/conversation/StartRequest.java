package org.parley.api.conversation;

/**
 * A visitor's wish to talk.
 *
 * @param id the visitor's own for this wish; repeating it gives the first answer
 * @param department the department's key within the site; null for the site's first
 * @param subject from the pre-chat form, or null
 * @param text the first message, or null
 */
public record StartRequest(String id, String department, String subject, String text) {}
