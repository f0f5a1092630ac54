/** The validation stage and where it looks up the last entry. */
@NullMarked
package io.strikewire.validate.cdi;

import org.jspecify.annotations.NullMarked;
