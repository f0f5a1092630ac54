/** What readers may ask for, checked, and stored JSON made readable. */
@NullMarked
package io.strikewire.web.reading;

import org.jspecify.annotations.NullMarked;
