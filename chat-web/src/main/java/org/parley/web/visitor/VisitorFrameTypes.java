package org.parley.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameTypes;

/** The frame about a visitor's page. */
@ApplicationScoped
public class VisitorFrameTypes implements FrameTypes {
    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of("page", VisitorFrameTypes::page);
    }

    private static Page page(Fields fields) {
        return new Page(
                PageAddress.of("url", fields.text("url")),
                PageAddress.title(fields.optionalText("title")),
                PageAddress.orNull(fields.optionalText("referrer")));
    }
}
