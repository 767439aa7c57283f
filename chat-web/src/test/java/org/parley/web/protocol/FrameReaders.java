package org.parley.web.protocol;

import java.util.List;
import org.parley.web.Production;

/** Readers as the container makes them, for tests. */
public final class FrameReaders {
    /** Reads the frames of all features. */
    public static final FrameReader ALL = of(Production.made(FrameTypes.class));

    private FrameReaders() {}

    public static FrameReader of(List<FrameTypes> features) {
        FrameReader reader = new FrameReader();
        reader.collect(features);
        return reader;
    }
}
