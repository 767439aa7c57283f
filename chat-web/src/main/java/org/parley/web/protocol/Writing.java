package org.parley.web.protocol;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.parley.api.command.Command;
import org.parley.web.json.Fields;

/**
 * A frame that is a command and nothing else, of whatever feature, and the words in which its result is acknowledged.
 *
 * @param id null when nobody wants to know
 * @param ack makes the frame of what the command gives back; null for none
 */
public record Writing(String id, Command<?> command, Function<Object, String> ack) implements ClientFrame {
    /**
     * A command that is acknowledged under the frame's id.
     *
     * @param command makes it of the id
     * @param ack makes the frame of the id and of what the command gives back
     */
    @SuppressWarnings("unchecked") // what a command gives back is of its own type
    public static <R> Writing of(
            Fields fields, Function<String, Command<R>> command, BiFunction<String, R, String> ack) {
        String id = FrameId.of(fields);
        return new Writing(id, command.apply(id), result -> ack.apply(id, (R) result));
    }

    public static Writing unanswered(Command<?> command) {
        return new Writing(null, command, null);
    }

    /** The {@code ack}; null for none. */
    public String answer(Object result) {
        return ack == null ? null : ack.apply(result);
    }
}
