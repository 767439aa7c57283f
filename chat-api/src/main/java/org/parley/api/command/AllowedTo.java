package org.parley.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.api.security.Circle;

/**
 * Who may give a command at all; whether this caller may in this case is decided when it is done. Actors may give only what
 * names {@link Circle#HOUSE}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    Circle[] value();
}
