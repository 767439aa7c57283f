package org.parley.api.wave;

import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.security.Circle;

/** What can be done with waves. */
public sealed interface WaveCommand<R> extends Command<R> {
    /** Waves; gives back how many waves there are. */
    @AllowedTo(Circle.VISITORS)
    record Wave(String hand, String id) implements WaveCommand<Long> {}
}
