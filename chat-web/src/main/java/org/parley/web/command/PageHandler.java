package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Connection;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.visitor.VisitorRounds;

/** {@code page}: where a visitor is on the site. It waits for nothing, and may be dropped under load. */
@ApplicationScoped
public class PageHandler implements FrameHandler<ClientFrame.Page> {
    @Inject
    VisitorRounds rounds;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Page page) {
        if (!connection.caller().isVisitor()) {
            throw ChatException.forbidden("Only visitors are on a page.");
        }
        rounds.saw(connection, page);
        return NO_ANSWER;
    }

    @Override
    public Class<ClientFrame.Page> frame() {
        return ClientFrame.Page.class;
    }
}
