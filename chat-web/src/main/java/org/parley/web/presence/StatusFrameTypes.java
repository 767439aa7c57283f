package org.parley.web.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import org.parley.api.operator.OperatorCommand.ForceStatus;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Writing;

/** Frames about the status of operators. */
@ApplicationScoped
public class StatusFrameTypes implements FrameTypes {
    record Status(String id, OperatorStatus status) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of("status", f -> new Status(FrameId.of(f), wanted(f)), "force", StatusFrameTypes::force);
    }

    private static Writing force(Fields fields) {
        return Writing.of(
                fields,
                id -> new ForceStatus(fields.id("operator", OperatorId::of, "operator"), wanted(fields)),
                ServerFrame::ackOfOperator);
    }

    private static OperatorStatus wanted(Fields fields) {
        return fields.constant("status", OperatorStatus.class);
    }
}
