package org.parley.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.web.protocol.ClientFrame.Writing;

class FrameReaderTest {
    private static final String CONVERSATION = "01940000-0000-7000-8000-000000000001";

    @Test
    void sendShouldBeReadWithItsFields() throws BadFrame {
        Writing frame = (Writing) FrameReader.read("{\"type\":\"send\",\"id\":\"a-1\",\"conversation\":\""
                + CONVERSATION + "\",\"text\":\"你好\",\"new\":1}");

        assertThat(frame.id()).isEqualTo("a-1");
        assertThat(frame.command()).isEqualTo(new Send(UUID.fromString(CONVERSATION), "你好", "a-1"));
    }

    @Test
    void helloShouldKeepCursorsOfConversationsThatCouldBeOurs() throws BadFrame {
        ClientFrame.Hello hello = (ClientFrame.Hello)
                FrameReader.read("{\"type\":\"hello\",\"device\":\"d\",\"client\":\"t/1\",\"cursors\":{\""
                        + CONVERSATION + "\":{\"public\":41},\"c-81\":{\"public\":1}}}");

        assertThat(hello.cursors())
                .containsOnlyKeys(UUID.fromString(CONVERSATION))
                .containsValue(new ClientFrame.Cursor(41, 0));
    }

    @Test
    void pageShouldBeReadWithCleanAddresses() throws BadFrame {
        assertThat(FrameReader.read("{\"type\":\"page\",\"url\":\"https://a:b@shop.example/cart#top\","
                        + "\"title\":\" The\\ncart \",\"referrer\":\"about:blank\"}"))
                .isEqualTo(new ClientFrame.Page("https://shop.example/cart", "The cart", null));
    }

    @Test
    void watchShouldHaveAWindow() throws BadFrame {
        ClientFrame.Watch all =
                (ClientFrame.Watch) FrameReader.read("{\"type\":\"watch\",\"id\":\"w\",\"topics\":[\"visitors\"]}");
        assertThat(all.visitors()).isEqualTo(new ClientFrame.VisitorWindow(null, "", null, 200));

        ClientFrame.Watch some = (ClientFrame.Watch) FrameReader.read(
                "{\"type\":\"watch\",\"id\":\"w\",\"topics\":[\"visitors\"],\"visitors\":{\"site\":\"shop\","
                        + "\"text\":\" Cart \",\"after\":\"" + CONVERSATION + "\",\"limit\":5000}}");
        assertThat(some.visitors())
                .isEqualTo(new ClientFrame.VisitorWindow("shop", "cart", UUID.fromString(CONVERSATION), 200));
    }

    @Test
    void inviteShouldAskUnlessItSaysOpen() throws BadFrame {
        ClientFrame.Invite invite = (ClientFrame.Invite) FrameReader.read(
                "{\"type\":\"invite\",\"id\":\"i\",\"visitor\":\"" + CONVERSATION + "\",\"text\":\"Hi\"}");
        assertThat(invite.request())
                .isEqualTo(new InviteRequest("i", UUID.fromString(CONVERSATION), null, "Hi", InvitationMode.INVITE));
    }

    @Test
    void invitationNeedsNoId() throws BadFrame {
        assertThat(FrameReader.read(
                        "{\"type\":\"invitation\",\"invitation\":\"" + CONVERSATION + "\",\"state\":\"shown\"}"))
                .isEqualTo(new ClientFrame.InvitationSeen(null, UUID.fromString(CONVERSATION), InvitationState.SHOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{",
                "{\"type\":\"ping\"} x",
                "{\"type\":\"ping\"}{}",
                "{}",
                "{\"type\":null}",
                "{\"type\":\"send\",\"text\":\"\u0001\"}",
                "NaN",
                "{'type':'ping'}"
            })
    void whatIsNoFrameShouldBeAProtocolError(String text) {
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> FrameReader.read(text));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @Test
    void deepNestingShouldBeRefusedRatherThanOverflowTheStack() {
        BadFrame bad = catchThrowableOfType(
                BadFrame.class, () -> FrameReader.read("{\"type\":\"ping\",\"x\":" + "[".repeat(30_000)));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'wave','id':'1'} | type | 1",
                "{'type':'send','conversation':'" + CONVERSATION + "','text':'x'} | id | ",
                "{'type':'send','id':'a b','conversation':'" + CONVERSATION + "','text':'x'} | id | ",
                "{'type':'send','id':'1','text':'x'} | conversation | 1",
                "{'type':'send','id':'1','conversation':7,'text':'x'} | conversation | 1",
                "{'type':'send','id':'1','conversation':'" + CONVERSATION + "'} | text | 1",
                "{'type':'send','id':'1','conversation':'" + CONVERSATION + "','text':[]} | text | 1",
                "{'type':'read','conversation':'" + CONVERSATION + "'} | seq | ",
                "{'type':'read','conversation':'" + CONVERSATION + "','seq':-1} | seq | ",
                "{'type':'read','conversation':'" + CONVERSATION + "','seq':1.5} | seq | ",
                "{'type':'read','conversation':'" + CONVERSATION + "','seq':1e999999999} | seq | ",
                "{'type':'sync','id':'1','conversation':'" + CONVERSATION + "','log':'secret','after':0} | log | 1",
                "{'type':'sync','id':'1','conversation':'" + CONVERSATION
                        + "','log':'public','after':0,'limit':0} | limit | 1",
                "{'type':'status','id':'1','status':'asleep'} | status | 1",
                "{'type':'watch','id':'1','topics':'queue'} | topics | 1",
                "{'type':'watch','id':'1','topics':['everything']} | topics | 1",
                "{'type':'hello','client':'t'} | device | ",
                "{'type':'start','id':'1','form':{'subject':'a\\u0000b'}} | subject | 1",
                "{'type':'start','id':'1','department':'\\u0000'} | department | 1",
                "{'type':'typing','conversation':'" + CONVERSATION + "','text':'half \\ud83d'} | text | ",
            })
    void aWrongFieldShouldBeNamedAndTheCommandAnswered(String frame, String field, String re) {
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> FrameReader.read(frame.replace('\'', '"')));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.INVALID);
        assertThat(bad.error().field()).isEqualTo(field);
        assertThat(bad.re()).isEqualTo(re);
    }

    @Test
    void anIdThatIsNotOfOurMakingShouldBeNotFound() {
        BadFrame bad = catchThrowableOfType(
                BadFrame.class,
                () -> FrameReader.read("{\"type\":\"send\",\"id\":\"1\",\"conversation\":\"c-81\",\"text\":\"x\"}"));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(bad.re()).isEqualTo("1");
    }
}
