package org.parley.api.conversation;

import java.util.List;

/**
 * What a device needs to know when it connects.
 *
 * @param followed as {@link Conversations#following} tells
 * @param blocked whether its user is a visitor who may not write
 */
public record Welcome(List<Followed> followed, boolean blocked) {
    public Welcome {
        followed = List.copyOf(followed);
    }
}
