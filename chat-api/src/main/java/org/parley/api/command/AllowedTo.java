package org.parley.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.api.security.Circle;

/**
 * Which roles may give a command at all. Whether this caller may in this case is decided when the command runs. Actors
 * may give only what names {@link Circle#HOUSE}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    Circle[] value();
}
