/** What a delivery must be before it is read: bounded, of a known type, signed. */
@NullMarked
package io.strikewire.web.intake;

import org.jspecify.annotations.NullMarked;
