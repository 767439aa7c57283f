package org.parley.ejb.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New keys: UUID version 7 (RFC 9562), so that rows of the same time lie together. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
