package org.parley.bench.load;

/**
 * How long things are done, in seconds.
 *
 * @param first a server's first load, without any figure
 * @param warmUp before each measurement
 * @param measure each measurement
 * @param quiet how long idle connections are watched
 */
public record Times(double first, double warmUp, double measure, double quiet) {}
