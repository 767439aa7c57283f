package org.parley.bench.load;

/** Something that is measured once a round. */
public interface Workload {

    String name();

    /** Warms up what has not run yet. */
    default void prepare() {}

    Sample measure();

    /** After the last round. */
    default void end() {}
}
