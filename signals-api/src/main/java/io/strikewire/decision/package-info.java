/** Decisions with their reasons, and the codes that name a refusal. */
@NullMarked
package io.strikewire.decision;

import org.jspecify.annotations.NullMarked;
