package org.parley.it.container;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.api.command.Commands;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.site.Site;
import org.parley.api.site.Sites;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.Visitors;
import org.parley.it.server.Workshop;

/**
 * Java code in the server, beside Parley, which may bring its own clock. Each class that extends this has a server of its
 * own.
 */
@ExtendWith(ArquillianExtension.class)
abstract class HostScene {

    static final String SITE = "host";
    static final Actor BOT = new Actor("bot", "Robin");

    @Inject
    Commands commands;

    @Inject
    Conversations conversations;

    @Inject
    Sites sites;

    @Inject
    Visitors visitors;

    @Inject
    HostClock clock;

    @EJB
    AsVisitor asVisitor;

    @EJB
    AsAdministrator asAdministrator;

    @Resource
    UserTransaction transaction;

    Caller visitor;

    /** @param database Parley's settings of a database */
    static WebArchive host(Map<String, String> database) {
        String settings = database.entrySet().stream()
                .map(setting -> "\n" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "host.war")
                .addPackage(HostScene.class.getPackage())
                .addAsWebInfResource(new StringAsset(principals()), "glassfish-web.xml")
                .addAsWebInfResource(new StringAsset(beans()), "glassfish-ejb-jar.xml")
                .addAsWebInfResource(new StringAsset(""), "beans.xml")
                .addAsResource(
                        // Nobody has a desk here and the clock jumps, so owners may be gone for any time.
                        new StringAsset("parley.data=" + Workshop.folder("host").resolve("data")
                                + "\nparley.routing.owner-gone=0" + settings),
                        "META-INF/microprofile-config.properties");
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File file = new File(path);
            if (file.getName().endsWith(".jar") && isOurs(file)) {
                archive.addAsLibrary(file);
            }
        }
        return archive;
    }

    @BeforeEach
    void makeVisitor() {
        if (asVisitor == null) {
            return; // on the client's side Arquillian calls this too
        }
        Caller admin = new Caller(
                new Participant(ParticipantKind.OPERATOR, UUID.randomUUID().toString(), "Host"),
                null,
                Set.of(Role.ADMIN));
        asAdministrator.call(() -> sites.save(admin, SITE, stored -> new Site(SITE, "The host", Set.of(), null)));
        visitor = newVisitor();
    }

    Caller newVisitor() {
        Visitor person = visitors.anonymous(SITE, Map.of(), null, null);
        return new Caller(
                new Participant(ParticipantKind.VISITOR, person.id().toString(), person.name()),
                SITE,
                Set.of(Role.VISITOR));
    }

    @AfterEach
    void endTransaction() throws Exception {
        if (transaction != null && transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    ConversationId start() {
        return asVisitor
                .call(() -> commands.run(visitor, Start.of("s-1", null, null)))
                .conversation()
                .id();
    }

    void send(ConversationId conversation, String text) {
        asVisitor.call(() -> commands.run(visitor, new Send(conversation, text, "m-" + UUID.randomUUID())));
    }

    List<Entry> log(ConversationId conversation) {
        return asVisitor
                .call(() -> conversations.entries(visitor, conversation, EntryLog.PUBLIC, 0, 100))
                .entries();
    }

    /** The modules and what chat-ejb needs, as Maven resolved them; AssertJ and Awaitility for the tests inside. */
    private static boolean isOurs(File jar) {
        String path = jar.getPath().replace(File.separatorChar, '/');
        return path.contains("chat-api")
                || path.contains("chat-ejb")
                || path.contains("/org/flywaydb/")
                || path.contains("/uuid-creator/")
                || path.contains("/com/h2database/")
                || path.contains("/org/postgresql/")
                || path.contains("/assertj-core/")
                || path.contains("/awaitility/")
                || path.contains("/hamcrest/")
                || path.contains("/byte-buddy/");
    }

    private static String principals() {
        return """
                <glassfish-web-app>
                  <security-role-mapping>
                    <role-name>chat-visitor</role-name><principal-name>host-visitor</principal-name>
                  </security-role-mapping>
                  <security-role-mapping>
                    <role-name>chat-admin</role-name><principal-name>host-admin</principal-name>
                  </security-role-mapping>
                </glassfish-web-app>
                """;
    }

    private static String beans() {
        return """
                <glassfish-ejb-jar>
                  <enterprise-beans>
                    <ejb><ejb-name>AsVisitor</ejb-name><principal><name>host-visitor</name></principal></ejb>
                    <ejb><ejb-name>AsAdministrator</ejb-name><principal><name>host-admin</name></principal></ejb>
                    <ejb><ejb-name>Refunds</ejb-name><principal><name>host-admin</name></principal></ejb>
                  </enterprise-beans>
                </glassfish-ejb-jar>
                """;
    }
}
