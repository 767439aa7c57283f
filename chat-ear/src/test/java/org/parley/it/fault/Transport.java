package org.parley.it.fault;

import com.fasterxml.jackson.databind.JsonNode;

/** One connection of a device, over any transport. */
interface Transport {

    /** Sends later and in order. Frames that can no longer be sent are lost silently, and {@code closed} follows. */
    void send(JsonNode frame);

    /** Ends at once, as a closed tab does; the listener hears nothing of it. */
    void abandon();

    /** What happens to it; calls may come from any thread, one after the other. */
    interface Listener {
        void opened();

        void received(JsonNode frame);

        /** A frame is about to leave once more on the same line: whether it came the first time is not known. */
        void repeating(JsonNode frame);

        /** Once, and maybe without {@code opened}. */
        void closed(int code);
    }

    /** Makes transports of one kind. */
    interface Opener {
        /** Returns at once. */
        Transport open(String token, Listener listener);
    }
}
