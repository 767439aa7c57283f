package org.parley.it.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.it.client.Json;

/** The actions of one device's owner, drawn from a seed: mostly writing, now and then everything else. */
final class Workload {

    private static final int SHORTEST_PAUSE = 20;
    private static final int LONGEST_PAUSE = 160;
    private static final int MOST_WAITING = 6;
    private static final int LONGEST_TEXT = 300;

    private final ReconnectingDevice device;
    private final Person person;
    private final ScheduledExecutorService timer;
    private final SplittableRandom random;
    private final AtomicInteger copies;
    private int texts;
    private volatile boolean over;

    /** @param copies counts the duplicates that are sent on purpose */
    Workload(
            Person person,
            ReconnectingDevice device,
            ScheduledExecutorService timer,
            SplittableRandom random,
            AtomicInteger copies) {
        this.person = person;
        this.device = device;
        this.timer = timer;
        this.random = random;
        this.copies = copies;
    }

    void begin() {
        int pause = SHORTEST_PAUSE + random.nextInt(LONGEST_PAUSE - SHORTEST_PAUSE);
        timer.schedule(this::act, pause, TimeUnit.MILLISECONDS);
    }

    void end() {
        over = true;
    }

    private void act() {
        if (over) {
            return;
        }
        if (device.waiting() < MOST_WAITING) {
            List<String> open = device.open();
            if (!open.isEmpty()) {
                write(open.get(random.nextInt(open.size())));
            } else if (!person.isStaff() && !device.isBusyWith("start")) {
                start();
            }
        }
        begin();
    }

    private void write(String conversation) {
        int kind = random.nextInt(1000);
        if (kind < 800) {
            send(conversation);
        } else if (kind < 860) {
            device.mention(Json.frame("read", "conversation", conversation, "seq", device.newest(conversation)));
        } else if (kind < 900) {
            device.mention(Json.frame("delivered", "conversation", conversation, "seq", device.newest(conversation)));
        } else if (kind < 940) {
            device.mention(Json.frame("typing", "conversation", conversation, "text", text()));
        } else if (kind < 995) {
            writeAside(conversation);
        } else {
            device.command(lane(conversation), Json.frame("close", "conversation", conversation));
        }
    }

    private void send(String conversation) {
        ObjectNode frame =
                device.command(lane(conversation), Json.frame("send", "conversation", conversation, "text", text()));
        int kind = random.nextInt(100);
        if (kind < 8) {
            copy(frame, anyDevice()); // at once, on another connection
        } else if (kind < 16) {
            ReconnectingDevice later = anyDevice();
            timer.schedule(() -> copy(frame, later), random.nextInt(2000), TimeUnit.MILLISECONDS);
        }
    }

    private void writeAside(String conversation) {
        if (person.isStaff()) {
            device.command("notes " + conversation, Json.frame("note", "conversation", conversation, "text", text()));
        } else if (!device.isBusyWith("start")) {
            start();
        }
    }

    /** Now and then from all devices at once. */
    private void start() {
        List<ReconnectingDevice> impatient = random.nextInt(4) == 0 ? person.devices() : List.of(device);
        for (ReconnectingDevice one : impatient) {
            ObjectNode frame = Json.frame("start");
            if (random.nextBoolean()) {
                frame.put("text", text());
            }
            one.command("start", frame);
        }
    }

    private void copy(ObjectNode frame, ReconnectingDevice any) {
        if (device.hasTried(frame) && any.copy(frame)) {
            copies.incrementAndGet();
        }
    }

    /** Mostly another one; the same one is a client that is too eager. */
    private ReconnectingDevice anyDevice() {
        List<ReconnectingDevice> devices = person.devices();
        int steps = random.nextInt(4) == 0 ? 0 : 1;
        return devices.get((devices.indexOf(device) + steps) % devices.size());
    }

    private static String lane(String conversation) {
        return "public " + conversation;
    }

    private String text() {
        StringBuilder text = new StringBuilder(device.name())
                .append(" says ")
                .append(++texts)
                .append(": ");
        int length = random.nextInt(LONGEST_TEXT);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.append('.').toString();
    }
}
