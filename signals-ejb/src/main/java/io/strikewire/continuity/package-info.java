/**
 * Notices that a strategy missed an alert: its alerts do not follow one another, or it is silent.
 */
@NullMarked
package io.strikewire.continuity;

import org.jspecify.annotations.NullMarked;
