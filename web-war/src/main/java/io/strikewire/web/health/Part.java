package io.strikewire.web.health;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a check of a part without which the service still takes signals: no probe asks it. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Part {}
