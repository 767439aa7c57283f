package org.parley.api.wave;

import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.security.Circle;

/** The commands for waves. */
public sealed interface WaveCommand<R> extends Command<R> {
    /** Waves; returns the number of waves. */
    @AllowedTo(Circle.VISITORS)
    record Wave(String hand, String id) implements WaveCommand<Long> {}
}
