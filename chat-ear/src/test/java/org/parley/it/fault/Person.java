package org.parley.it.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with several devices. */
final class Person {

    private final String id;
    private final boolean staff;
    private final String token;
    private final List<ReconnectingDevice> devices = new CopyOnWriteArrayList<>();

    /** @param id as the server knows them */
    Person(String id, boolean staff, String token) {
        this.id = id;
        this.staff = staff;
        this.token = token;
    }

    String id() {
        return id;
    }

    boolean isStaff() {
        return staff;
    }

    String token() {
        return token;
    }

    void own(ReconnectingDevice device) {
        devices.add(device);
    }

    List<ReconnectingDevice> devices() {
        return devices;
    }
}
