package org.parley.web.canned;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.parley.api.canned.CannedReplies;
import org.parley.api.canned.CannedReply;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.site.Site;
import org.parley.api.site.Sites;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.rest.HttpCaller;

/** Texts that operators send often: staff read them, administrators write them. */
@Path("canned-replies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CannedReplyResource {
    @Inject
    CannedReplies replies;

    @Inject
    Sites sites;

    @Inject
    HttpCaller http;

    @GET
    public String list() {
        return Json.list(replies.list(http.required()), this::write);
    }

    @PUT
    @Path("{id}")
    public String save(@PathParam("id") String id, Fields body) {
        CannedReply saved = replies.save(http.required(), id(id), stored -> changed(stored, body));
        return Json.object(o -> write(o, saved));
    }

    private static CannedReply changed(CannedReply stored, Fields body) {
        CannedReply wanted = new CannedReply(
                stored.id(),
                body.textOr("site", stored.site()),
                body.or("department", stored.department(), field -> department(field, body)),
                body.textOr("shortcut", stored.shortcut()),
                body.textOr("language", stored.language()),
                body.textOr("text", stored.text()));
        return body.whole(wanted, "id");
    }

    private static DepartmentId department(String field, Fields body) {
        return body.says(field) ? body.id(field, DepartmentId::of, "department") : null;
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        replies.remove(http.required(), id(id));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid("id", "The id of a canned reply is a UUID.");
        }
    }

    private void write(Json o, CannedReply reply) {
        String siteName = sites.find(reply.site()).map(Site::name).orElse(reply.site());
        o.put("id", reply.id())
                .with("site", site -> site.put("id", reply.site()).put("name", siteName))
                .put("shortcut", reply.shortcut())
                .put("language", reply.language())
                .put("text", reply.text())
                .put("department", reply.department());
    }
}
