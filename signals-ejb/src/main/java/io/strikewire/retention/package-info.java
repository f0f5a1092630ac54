/**
 * Retention: what is old, was never traded and is on record nowhere else any more goes, in small
 * steps, behind a signed place in the audit log.
 */
@NullMarked
package io.strikewire.retention;

import org.jspecify.annotations.NullMarked;
