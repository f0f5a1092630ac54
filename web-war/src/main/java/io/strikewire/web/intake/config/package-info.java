/** The settings of the entrance: read once, checked at start. */
@NullMarked
package io.strikewire.web.intake.config;

import org.jspecify.annotations.NullMarked;
