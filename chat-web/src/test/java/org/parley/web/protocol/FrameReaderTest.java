package org.parley.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ErrorCode;

class FrameReaderTest {
    private static final String CONVERSATION = "01940000-0000-7000-8000-000000000001";

    @Test
    void typesOfTwoFeaturesShouldDiffer() {
        FrameTypes one = () -> Map.of("wave", fields -> null);
        FrameTypes another = () -> Map.of("wave", fields -> null, "nod", fields -> null);

        assertThat(FrameReaders.of(List.of(another)).types()).containsExactlyInAnyOrder("wave", "nod");
        assertThatThrownBy(() -> FrameReaders.of(List.of(one, another)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wave");
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
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> FrameReaders.ALL.read(text));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @Test
    void deepNestingShouldBeRefusedRatherThanOverflowTheStack() {
        BadFrame bad = catchThrowableOfType(
                BadFrame.class, () -> FrameReaders.ALL.read("{\"type\":\"ping\",\"x\":" + "[".repeat(30_000)));

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
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> FrameReaders.ALL.read(frame.replace('\'', '"')));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.INVALID);
        assertThat(bad.error().field()).isEqualTo(field);
        assertThat(bad.re()).isEqualTo(re);
    }

    @Test
    void anIdThatIsNotOfOurMakingShouldBeNotFound() {
        BadFrame bad = catchThrowableOfType(
                BadFrame.class,
                () -> FrameReaders.ALL.read(
                        "{\"type\":\"send\",\"id\":\"1\",\"conversation\":\"c-81\",\"text\":\"x\"}"));

        assertThat(bad.error().code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(bad.re()).isEqualTo("1");
    }
}
