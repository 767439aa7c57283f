package org.parley.web.protocol;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.parley.api.command.Command;
import org.parley.web.json.Fields;

/**
 * A frame of any feature that only gives a command, and the form of its {@code ack}.
 *
 * @param id null for a frame without an answer
 * @param ack makes the {@code ack} from the command's result; null for none
 */
public record Writing(String id, Command<?> command, Function<Object, String> ack) implements ClientFrame {
    /**
     * A command whose {@code ack} names the frame's id.
     *
     * @param command makes the command from the id
     * @param ack makes the {@code ack} from the id and the command's result
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
