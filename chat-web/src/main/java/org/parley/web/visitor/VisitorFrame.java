package org.parley.web.visitor;

import java.util.List;
import org.parley.api.visitor.LiveVisitor;
import org.parley.web.json.Json;
import org.parley.web.protocol.ServerFrame;

/** Writes frames about live visitors. */
public final class VisitorFrame {
    /**
     * News of one visitor.
     *
     * @param left whether the visitor has left the window
     */
    public record News(LiveVisitor visitor, boolean left) {}

    private VisitorFrame() {}

    /**
     * @param news at least one; the first is in the frame itself, the others in {@code more}
     * @param total how many visitors fit the watcher's window, seen and unseen
     */
    public static String of(List<News> news, int total) {
        return ServerFrame.frame("visitor", o -> {
            one(o, news.get(0));
            o.put("total", total);
            if (news.size() > 1) {
                o.withAll("more", news.subList(1, news.size()), VisitorFrame::one);
            }
        });
    }

    private static void one(Json o, News news) {
        LiveVisitor v = news.visitor();
        o.put("visitor", v.visitor()).put("site", v.site());
        if (news.left()) {
            o.put("left", true);
            return;
        }
        o.put("proven", v.proven())
                .putOrNull("page", v.page())
                .putOrNull("title", v.title())
                .putOrNull("referrer", v.referrer())
                .put("since", v.since())
                .put("pageSince", v.pageSince())
                .put("pages", v.pages())
                .putOrNull("browser", v.browser())
                .putOrNull("language", v.language())
                .with("attributes", a -> v.attributes().forEach(a::put))
                .put("returning", v.returning())
                .put("address", v.address())
                .putOrNull("conversation", v.conversation())
                .put("owner", v.owner());
    }
}
