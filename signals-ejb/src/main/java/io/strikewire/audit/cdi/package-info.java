/** The audit log at work: the task that links, and what is noted at the start. */
@NullMarked
package io.strikewire.audit.cdi;

import org.jspecify.annotations.NullMarked;
