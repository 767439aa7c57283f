package org.parley.web.command;

import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;

/**
 * Does what one type of frame asks for, as the connection's caller. A refusal is thrown as a
 * {@link org.parley.api.error.ChatException}; the dispatcher answers it.
 */
interface CommandHandler<F extends ClientFrame> {
    Class<F> frame();

    void handle(Connection connection, F frame);
}
