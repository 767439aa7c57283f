package org.parley.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;

/** {@code page}: the page of a visitor. It waits for nothing, and may be dropped under load. */
@ApplicationScoped
public class PageHandler implements FrameHandler<Page> {
    @Inject
    VisitorRounds rounds;

    @Override
    public CompletionStage<String> handle(Connection connection, Page page) {
        if (!connection.caller().isVisitor()) {
            throw ChatException.forbidden("Only visitors are on a page.");
        }
        rounds.saw(connection, page);
        return NO_ANSWER;
    }

    @Override
    public Class<Page> frame() {
        return Page.class;
    }
}
