package org.parley.api.canned;

import java.util.UUID;
import org.parley.api.department.DepartmentId;

/**
 * A text that operators send often.
 *
 * @param site the site's id
 * @param department null: for the whole site
 * @param shortcut what operators type after the slash: 1 to 32 letters, digits, hyphens and underscores, lower case
 * @param language BCP 47, such as {@code zh-CN}
 * @param text plain text, 1 to {@code parley.limits.text} UTF-16 units. The client that inserts it fills the variables
 *     <code>{visitor.name}</code>, <code>{operator.name}</code>, <code>{department}</code> and <code>{site}</code>;
 *     what follows a bar, as in <code>{visitor.name|there}</code>, stands for an unknown value
 */
public record CannedReply(
        UUID id, String site, DepartmentId department, String shortcut, String language, String text) {}
